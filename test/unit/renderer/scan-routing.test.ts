/** What each kind of scan does on each screen: nobody's slip is called off, no card is shown, nobody walks back into others' papers. */
import { describe, expect, it } from 'vitest';
import { type ScanNotice, scanKinds } from '../../../main/contract/scanning.ts';
import { createScanDesk } from '../../../renderer/scanning/scan-desk.ts';
import { routeScan, type ScanPlace } from '../../../renderer/scanning/scan-routing.ts';
import type { Screen } from '../../../renderer/state/screen.ts';

const dossierCode = '000.00.01.H29-240115-0001';
const other = '38.98.H29-210519-00031';
const card = { card: 'ABCDEFGHIJKLMNOPQRSTUV', maskedNumber: '079•••••1234', untilMs: 1 };

const scans: readonly ScanNotice[] = [
  { kind: 'citizen-card', ...card },
  { kind: 'bhyt-card', ...card },
  { kind: 'dossier', dossierCode },
  { kind: 'procedure', code: '1.001193' },
  { kind: 'checklist', code: '1.001193', caseId: 'g2' },
  { kind: 'ticket', day: '2026-07-15', number: 'A001' },
  { kind: 'appointment', appointmentCode: 'ABCD2345' },
  { kind: 'payment', dossierCode },
  { kind: 'staff-badge' },
  { kind: 'unknown' },
];

const ticket = {
  number: 'A001',
  day: '2026-07-15',
  serviceId: 'sao-y',
  serviceName: { vi: 'Sao y', en: 'Copies' },
  counter: null,
  priority: null,
  takenAtMs: 0,
};
const screens: readonly Screen[] = [
  { kind: 'welcome' },
  { kind: 'home' },
  { kind: 'help' },
  { kind: 'tile', number: 1 },
  { kind: 'browse', by: 'field' },
  { kind: 'list', of: { kind: 'elsewhere' } },
  { kind: 'life-event', id: 'having-a-child', chosen: {} },
  { kind: 'search', words: 'khai sinh' },
  { kind: 'procedure', code: '2.000815', caseChoice: undefined },
  { kind: 'official', code: '2.000815' },
  { kind: 'ready', code: '2.000815', caseChoice: null },
  { kind: 'print', slip: { kind: 'checklist', code: '2.000815', caseId: null }, title: 'Sao y' },
  { kind: 'queue', code: null },
  { kind: 'ticket', ticket, checklist: null, arrival: 'new' },
  { kind: 'dossier', dossierCode: null },
  { kind: 'ticket-place', day: '2026-07-14', number: 'B002' },
  { kind: 'book', code: '2.000815' },
  { kind: 'thanks' },
];

const at = (screen: Screen, rest: Partial<ScanPlace> = {}): ScanPlace => ({
  screen,
  isHeld: false,
  takesCard: false,
  ...rest,
});

describe('routeScan', () => {
  it('knows what to do with every kind on every screen', () => {
    expect(new Set(scans.map(({ kind }) => kind))).toEqual(new Set(scanKinds.filter((kind) => kind !== 'receipt')));
    for (const screen of screens) {
      for (const scan of scans) {
        const step = routeScan(scan, at(screen));
        expect(['open', 'replace', 'say'], `${scan.kind} on ${screen.kind}`).toContain(step.kind);
      }
    }
  });

  it('stays where a slip comes out or staff are at work, whatever is scanned', () => {
    for (const screen of screens) {
      for (const scan of scans) {
        expect(routeScan(scan, at(screen, { isHeld: true, takesCard: true }))).toEqual({ kind: 'stay' });
      }
    }
  });

  it('opens what was scanned, from the welcome screen too', () => {
    const opened = scans.flatMap((scan) => {
      const step = routeScan(scan, at({ kind: 'welcome' }));
      return step.kind === 'open' ? [step.screen] : [];
    });
    expect(opened).toEqual([
      { kind: 'dossier', dossierCode },
      { kind: 'procedure', code: '1.001193', caseChoice: undefined },
      { kind: 'procedure', code: '1.001193', caseChoice: 'g2' },
      { kind: 'ticket-place', day: '2026-07-15', number: 'A001' },
      { kind: 'appointment', appointmentCode: 'ABCD2345' },
      { kind: 'staff' },
    ]);
  });

  it('gives a card to the step that asks for one, and tells elsewhere what it is good for', () => {
    const scan: ScanNotice = { kind: 'citizen-card', ...card };
    const screen: Screen = { kind: 'dossier', dossierCode };
    expect(routeScan(scan, at(screen, { takesCard: true }))).toEqual({ kind: 'take-card', card: scan });
    expect(routeScan(scan, at(screen))).toEqual({ kind: 'say', word: { kind: 'card', card: scan } });
  });

  it('leads from one dossier to the next without a way back to the first, but back to the form', () => {
    const next = { kind: 'dossier', dossierCode: other } as const;
    const scan: ScanNotice = { kind: 'dossier', dossierCode: other };
    expect(routeScan(scan, at({ kind: 'dossier', dossierCode }))).toEqual({ kind: 'replace', screen: next });
    expect(routeScan(scan, at({ kind: 'dossier', dossierCode: null, typed: '3' }))).toEqual({
      kind: 'open',
      screen: next,
    });
  });

  it('asks anew about the dossier that is shown, and leaves it open where proof opened it', () => {
    const scan: ScanNotice = { kind: 'dossier', dossierCode };
    expect(routeScan(scan, at({ kind: 'dossier', dossierCode, scanned: 1 }))).toEqual({
      kind: 'replace',
      screen: { kind: 'dossier', dossierCode, scanned: 2 },
    });
    expect(routeScan(scan, at({ kind: 'dossier', dossierCode, view: card.card }))).toEqual({ kind: 'stay' });
  });

  it('leaves staff at the PIN where the badge is held there again', () => {
    expect(routeScan({ kind: 'staff-badge' }, at({ kind: 'staff' }))).toEqual({ kind: 'stay' });
  });
});

describe('the desk of scans', () => {
  it('gives cards to the newest step, until that goes', () => {
    const desk = createScanDesk();
    const taken: string[] = [];
    const first = desk.takeCards(() => taken.push('first'));
    const second = desk.takeCards(() => taken.push('second'));
    desk.cardTaker()?.({ kind: 'citizen-card', ...card });
    second();
    desk.cardTaker()?.({ kind: 'citizen-card', ...card });
    first();
    expect(desk.cardTaker()).toBeNull();
    expect(taken).toEqual(['second', 'first']);
  });

  it('is held as long as anybody holds it', () => {
    const desk = createScanDesk();
    const [one, another] = [desk.hold(), desk.hold()];
    one();
    expect(desk.isHeld()).toBe(true);
    another();
    expect(desk.isHeld()).toBe(false);
  });
});
