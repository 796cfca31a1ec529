/** One code of each shape in use (docs/scanning.md), in its parts: groups, day, serial. They belong to no dossier. */
export const codeExamples: readonly (readonly [groups: string, date: string, serial: string])[] = [
  ['000.00.01.H29', '240115', '0001'],
  ['38.98.H29', '210519', '00031'],
  ['H29.001.02', '260126', 'AA0001'],
];
