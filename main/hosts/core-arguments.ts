/** What Node is told when it runs the core, in both shells. */

/**
 * A young generation of at most 8 MB a semi-space instead of 16–32: loading the search index would otherwise leave some 50 MB
 * of empty heap behind for good. Searches are as fast (docs/benchmarks.md); with 4 MB they are slower.
 */
export const coreArguments: readonly string[] = ['--max-semi-space-size=8'];
