/** Merges what was taken in, stores what belongs in the catalogue, and keeps what the lists need of it. */
import type { OfficialText, Procedure } from '../../../contract/procedure.ts';
import { procedureSchema } from '../../../contract/procedure.ts';
import { findReplaced } from '../import/find-variants.ts';
import type { ImportRules } from '../import/import-rules.ts';
import { isInProfile, type ProfileContext } from '../import/is-in-profile.ts';
import { mergeProcedure } from '../import/merge-procedure.ts';
import { type Overlay, overlayFor } from '../import/overlay.ts';
import { issuesText } from '../sources/issues-text.ts';
import { browseFactsOf } from './browse-facts.ts';
import type { BuildOptions } from './build-options.ts';
import type { LeftOutReason } from './build-report.ts';
import type { BuildTally } from './build-tally.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import type { ListedProcedure } from './listed-procedure.ts';
import type { StoreOutcome, TakenIn } from './take-in-sources.ts';

export interface ProcedureStoreDependencies {
  readonly writer: Pick<CatalogueWriter, 'add' | 'remove'>;
  readonly tally: Pick<BuildTally, 'leaveOut' | 'warn'>;
  readonly rules: ImportRules;
  readonly overlay: Overlay | null;
  readonly options: Pick<BuildOptions, 'profile' | 'levels'>;
}

export interface ProcedureStore {
  /** Each code comes once. */
  add(taken: TakenIn): StoreOutcome;
  /** What stays in the catalogue, after the own province's rules have taken the place of national ones; in no order. */
  finish(): ListedProcedure[];
}

type Candidate = Omit<ListedProcedure, 'inWard' | 'inXa'>;

export function createProcedureStore({
  writer,
  tally,
  rules,
  overlay,
  options,
}: ProcedureStoreDependencies): ProcedureStore {
  const { profile, levels } = options;
  const candidates: Candidate[] = [];
  const contextWith = (replacedCodes: ReadonlySet<string>): ProfileContext => ({ overlay, rules, replacedCodes });
  const beforeReplacing = contextWith(new Set());

  return {
    add(taken) {
      const merged = procedureSchema.safeParse(mergeProcedure({ ...taken, overlay, rules }));
      if (!merged.success) {
        return { kind: 'refused', fault: issuesText(merged.error) };
      }
      const procedure = merged.data;
      const reason = reasonToLeaveOut(procedure);
      if (reason !== null) {
        tally.leaveOut(reason);
        return { kind: 'left-out' };
      }
      warnOfEntry(taken, procedure);
      candidates.push(stored(procedure, taken.national?.official ?? null));
      return { kind: 'stored' };
    },
    finish() {
      const replacedCodes = new Set(findReplaced(candidates, overlay?.province ?? null).keys());
      const context = contextWith(replacedCodes);
      warnOfOverlay();
      return candidates.flatMap((candidate) => {
        if (!isInProfile(candidate, profile, context)) {
          writer.remove(candidate.contentId);
          tally.leaveOut('replaced');
          return [];
        }
        const inWard = isInProfile(candidate, 'ward', context);
        return [{ ...candidate, inWard, inXa: isInProfile(candidate, 'xa', context) }];
      });
    },
  };

  function reasonToLeaveOut(procedure: Procedure): LeftOutReason | null {
    if (overlayFor(overlay, procedure.code)?.hidden === true) {
      return 'hidden';
    }
    if (levels !== null && !levels.includes(procedure.level)) {
      return 'level';
    }
    return isInProfile(procedure, profile, beforeReplacing) ? null : 'profile';
  }

  function stored(procedure: Procedure, official: OfficialText | null): Candidate {
    const { issuer, english } = procedure;
    return {
      ...writer.add(procedure, official),
      ...browseFactsOf(procedure),
      code: procedure.code,
      name: procedure.name,
      shortTitle: procedure.shortTitle,
      english: english?.shortTitle ?? null,
      aliases: procedure.aliases,
      level: procedure.level,
      field: procedure.field,
      tile: procedure.tile,
      servedAt: procedure.servedAt,
      onlineService: procedure.onlineService,
      issuer,
      audience: procedure.audience,
      handWritten: procedure.handWritten,
      isBundled: rules.bundled.has(procedure.code),
      province: issuer.scope === 'province' ? issuer.province : null,
      pinned: overlayFor(overlay, procedure.code)?.pinned === true,
    };
  }

  function warnOfEntry({ national, entry }: TakenIn, procedure: Procedure): void {
    if (national === null || entry === null) {
      return;
    }
    if (procedure.handWritten?.stale === true) {
      tally.warn(
        'entry-stale',
        entry.code,
        'The published facts changed since the entry was written; its words are hidden.',
      );
    } else if (entry.source.factsSha256 === null) {
      tally.warn(
        'entry-unverified',
        entry.code,
        'The entry names no factsSha256; "kioskctl catalogue facts" prints it.',
      );
    }
  }

  function warnOfOverlay(): void {
    const codes = new Set(candidates.map(({ code }) => code));
    for (const [code, sheet] of Object.entries(overlay?.procedures ?? {})) {
      if (sheet.hidden !== true && !codes.has(code)) {
        tally.warn('overlay-code-missing', code, 'The overlay names it, the catalogue does not hold it.');
      }
    }
  }
}
