/** A whole procedure with little in it; a test says what matters to it. */
import { type Procedure, procedureSchema } from '../../main/contract/procedure.ts';

export function makeProcedure(changes: Partial<Procedure> & Pick<Procedure, 'code'>): Procedure {
  return procedureSchema.parse({
    decisionNumber: null,
    name: `Thủ tục ${changes.code}`,
    shortTitle: `Việc ${changes.code}`,
    summary: null,
    english: null,
    aliases: [],
    level: 'commune',
    field: 'Hộ tịch',
    tile: null,
    issuer: { scope: 'national' },
    servedAt: 'here',
    servedAtOrigin: 'rule',
    audience: ['citizen'],
    applicants: [],
    agencies: { performing: null, competent: null, authorised: null, coordinating: null, receivingAddress: null },
    steps: [],
    submissionMethods: [],
    documentGroups: [],
    results: [],
    legalBases: [],
    conditions: null,
    onlineService: 'none',
    citizenDeadline: null,
    sameDayUntil: null,
    commonMistakes: [],
    staleWords: [],
    office: null,
    handWritten: null,
    hasOfficialText: false,
    ...changes,
  });
}
