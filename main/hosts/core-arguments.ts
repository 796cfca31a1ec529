/** What Node is told when it runs the core, in both shells. */

/**
 * The heap grows in small steps and the young generation stays at 8 MB a semi-space: searches leave much garbage behind, and
 * by V8's defaults the core of the profile `xa` rests at 290 MB instead of 180, its keystrokes no faster. Memory is what a
 * 4 GB kiosk has least of; over the whole national catalogue searches are slower for it (docs/benchmarks.md).
 */
export const coreArguments: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=20'];
