/** What a titled group of papers is to the citizen. A choice is offered only where the title itself says so, or a person decided. */
import type { DocumentGroup } from '../../../contract/procedure.ts';
import type { DocumentBlock } from './document-lines.ts';
import type { DocumentWords } from './document-words.ts';

type Kind = DocumentGroup['kind'];

function kindByTitle(block: DocumentBlock, words: DocumentWords): Kind {
  if (block.title === null) return 'part';
  if (words.groupNote.test(block.title)) return 'note';
  if (words.groupSupplement.test(block.title)) return 'part';
  if (words.groupCase.test(block.title)) return 'case';
  return words.groupPart.test(block.title) ? 'part' : 'unclear';
}

/**
 * One kind for each block, in order. One case alone is no choice: with other groups beside it nobody can tell what they
 * are to it (`unclear`), without any it is simply the papers (`part`). The same for one group with an unclear title.
 */
export function readGroupKinds(blocks: readonly DocumentBlock[], code: string, words: DocumentWords): readonly Kind[] {
  const decided = words.groupKinds.get(code);
  const titled = blocks.filter((block) => block.title !== null).length;
  if (decided && decided.length === titled) {
    let position = 0;
    return blocks.map((block) => (block.title === null ? 'part' : (decided[position++] ?? 'unclear')));
  }
  const kinds = blocks.map((block) => kindByTitle(block, words));
  const count = (kind: Kind) => kinds.filter((other) => other === kind).length;
  if (count('case') === 1) {
    const replacement: Kind = count('unclear') > 0 ? 'unclear' : 'part';
    return kinds.map((kind) => (kind === 'case' ? replacement : kind));
  }
  if (count('case') === 0 && count('unclear') === 1) return kinds.map((kind) => (kind === 'unclear' ? 'part' : kind));
  return kinds;
}
