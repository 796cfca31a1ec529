/** The part of the site's configuration that says where the kiosk's measurements are read (docs/operations.md). */
import { z } from 'zod';
import { listenSchema } from './listen-schema.ts';

export const metricsSchema = z.strictObject({
  listen: listenSchema
    .nullable()
    .default(null)
    .describe('address:port of the OpenMetrics endpoint, e.g. 127.0.0.1:9464; null: none.'),
});
