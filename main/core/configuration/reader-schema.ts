/** The part of the site's configuration that says which reader there is and how it ends a scan (docs/scanning.md). */
import { z } from 'zod';

export const readerSchema = z.strictObject({
  target: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default('virtual:')
    .describe(
      'serial:/dev/ttyACM0[?baud=9600&parity=none], keyboard (a reader that types), virtual:[port] or virtual:/path; null where there is no reader.',
    ),
  terminator: z
    .enum(['any', 'cr', 'lf', 'crlf', 'tab', 'none'])
    .default('any')
    .describe('What ends a scan: any of CR, LF and Tab, one of them, or nothing but the idle gap.'),
  idleGapMs: z
    .int()
    .min(20)
    .max(1_000)
    .default(80)
    .describe('Silence that ends a scan without its terminator, in milliseconds.'),
  maximumBytes: z
    .int()
    .min(256)
    .max(8_192)
    .default(4_096)
    .describe('Longest scan, in bytes; what is longer is read as unknown.'),
});
