/** The part of the site's configuration that says where the city's portal is (docs/portal-api.yaml). */
import { z } from 'zod';
import { addressIsSafe } from './address-is-safe.ts';

export const portalSchema = z
  .strictObject({
    url: z
      .string()
      .max(300)
      .refine(addressIsSafe, {
        message: 'must be an https:// address without user, query or fragment (http:// only on 127.0.0.1)',
      })
      .nullable()
      .default(null)
      .describe('Address of the portal, as https://mot-cua.example.vn/kiosk/; null: no dossiers and no appointments.'),
    kioskId: z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,60}$/u, { message: 'must be 1 to 60 letters, digits, dots, hyphens' })
      .nullable()
      .default(null)
      .describe('Name of this kiosk at the portal.'),
    keyFile: z
      .string()
      .min(1)
      .max(400)
      .nullable()
      .default(null)
      .describe("File that holds this kiosk's key, readable by its user alone (mode 0600)."),
    authorityFile: z
      .string()
      .min(1)
      .max(400)
      .nullable()
      .default(null)
      .describe('PEM file of a certificate authority of the city, trusted besides those of the system.'),
  })
  .refine(({ url, kioskId, keyFile }) => url === null || (kioskId !== null && keyFile !== null), {
    message: 'needs kioskId and keyFile beside url',
  });
