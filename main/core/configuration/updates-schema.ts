/** The part of the site's configuration that says whence catalogue updates come (docs/operations.md). */
import { z } from 'zod';
import { officeIdPattern } from '../releases/release-manifest.ts';
import { addressIsSafe } from './address-is-safe.ts';
import { listenSchema } from './listen-schema.ts';

const fileName = z.string().min(1).max(400).nullable().default(null);

export const updatesSchema = z.strictObject({
  url: z
    .string()
    .max(300)
    .refine(addressIsSafe, {
      message: 'must be an https:// address without user, query or fragment (http:// only on 127.0.0.1)',
    })
    .nullable()
    .default(null)
    .describe('Address of the release repository, as https://mot-cua.example.vn/releases/; null: none is asked.'),
  authorityFile: fileName.describe(
    'PEM file of a certificate authority of the city, trusted besides those of the system.',
  ),
  schedule: z
    .string()
    .min(1)
    .max(100)
    .default('*/30 * * * *')
    .describe(
      'When to look for updates, as a cron expression of Vietnam time; each kiosk keeps its own offset from it.',
    ),
  minimumBytesPerSecond: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(1_000)
    .describe('A download slower than this over ten seconds is given up, in bytes a second.'),
  office: z
    .string()
    .regex(officeIdPattern, { message: 'must be 1 to 40 small letters, digits and hyphens' })
    .nullable()
    .default(null)
    .describe("Name of the office in the repository, whose own sheet is taken; null: the city's catalogue alone."),
  push: z
    .strictObject({
      listen: listenSchema
        .nullable()
        .default(null)
        .describe('address:port on which releases may be pushed; null: nobody can.'),
      tokenFile: fileName.describe('File with the token of the site, readable by its user alone (mode 0600).'),
    })
    .prefault({})
    .refine(({ listen, tokenFile }) => listen === null || tokenFile !== null, {
      message: 'needs tokenFile beside listen',
    }),
  stickFolder: z
    .string()
    .min(1)
    .max(400)
    .nullable()
    .default(null)
    .describe('Folder under which sticks are mounted, e.g. /media/kiosk; null: sticks are not looked at.'),
});
