/** What one kind of printer can do. Data, so that a new printer is a row here or an object in the site's configuration. */
import { z } from 'zod';

export const printerProfileSchema = z.strictObject({
  widthDots: z
    .int()
    .min(256)
    .max(832)
    .multipleOf(8)
    .describe(
      'Printable width in dots: 576 for 80 mm paper at 203 dpi, 512 at 180 dpi, 384 for 58 mm. A multiple of 8.',
    ),
  stripRows: z
    .int()
    .min(8)
    .max(256)
    .describe('Rows a strip of the picture may have (GS v 0); cheap units garble large ones.'),
  fence: z
    .enum(['gs-h', 'gs-r', 'none'])
    .describe(
      'How it says that everything before was carried out. `gs-h`: process id response (GS ( H, fn 48). `gs-r`: the paper sensor’s byte (GS r 1), which waits its turn. `none`: it never says, and every slip ends "unknown".',
    ),
  status: z
    .enum(['asb', 'dle-eot', 'none'])
    .describe(
      'How it says how it is. `asb`: asked (DLE EOT) and told by itself (GS a). `dle-eot`: asked only. `none`: never.',
    ),
  clear: z
    .enum(['dle-dc4', 'dle-enq', 'none'])
    .describe(
      'How its buffer is emptied. `dle-dc4`: with an answer (DLE DC4 fn 8). `dle-enq`: without one (DLE ENQ 2). `none`: not at all.',
    ),
  cutter: z.enum(['full', 'partial', 'none']).describe('Its blade; `none`: slips are torn off.'),
  nearEndSensor: z.boolean().describe('Whether it feels that the roll is near its end.'),
  headToCutterDots: z.int().min(0).max(400).describe('From the print head to the blade or the tear bar, in dots.'),
});
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

/** A whole answering ESC/POS printer of the usual make; the rows below say how theirs differs. */
const usual: PrinterProfile = {
  widthDots: 576,
  stripRows: 256,
  fence: 'gs-h',
  status: 'asb',
  clear: 'dle-dc4',
  cutter: 'full',
  nearEndSensor: true,
  headToCutterDots: 120,
};
const narrow = { widthDots: 384, headToCutterDots: 96 } as const;

/** From the makers' command references (docs/printing.md); `generic-*` expects the least that unnamed units do. */
export const printerProfiles = {
  'generic-80': { ...usual, status: 'dle-eot', clear: 'dle-enq', fence: 'gs-r', nearEndSensor: false, stripRows: 128 },
  'generic-58': {
    ...usual,
    ...narrow,
    status: 'dle-eot',
    clear: 'dle-enq',
    fence: 'gs-r',
    cutter: 'none',
    nearEndSensor: false,
    stripRows: 128,
  },
  /** Units that print and never say a word. */
  'silent-80': { ...usual, status: 'none', clear: 'none', fence: 'none', nearEndSensor: false, stripRows: 128 },
  'silent-58': {
    ...usual,
    ...narrow,
    status: 'none',
    clear: 'none',
    fence: 'none',
    cutter: 'none',
    nearEndSensor: false,
    stripRows: 128,
  },
  'epson-tm-t82': { ...usual, cutter: 'partial' },
  /** 180 dpi: 72 mm are 512 dots, and everything comes out an eighth larger than on the others. */
  'epson-tm-t88': { ...usual, widthDots: 512, cutter: 'partial' },
  'xprinter-xp80': { ...usual, fence: 'gs-r', clear: 'dle-enq', cutter: 'partial', nearEndSensor: false },
} as const satisfies Record<string, PrinterProfile>;
export type PrinterProfileName = keyof typeof printerProfiles;
export const printerProfileNames = Object.keys(printerProfiles) as [PrinterProfileName, ...PrinterProfileName[]];

/** The profile a configuration names or writes out. */
export function resolveProfile(profile: PrinterProfileName | PrinterProfile): PrinterProfile {
  return typeof profile === 'string' ? printerProfiles[profile] : profile;
}
