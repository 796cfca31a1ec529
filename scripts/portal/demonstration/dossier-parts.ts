/** What invented dossiers are made of: offices, dates around today, and what most of them have in common. */
import type { DossierState } from '../../../main/contract/dossiers.ts';
import type { WireDossier } from '../../../main/core/portal/portal-schemas.ts';
import type { DossierRecord } from '../dossier-records.ts';
import { officeDay } from './office-days.ts';
import type { DemonstrationPerson } from './people.ts';

export interface DemonstrationDossier extends DossierRecord {
  readonly person: DemonstrationPerson;
  /** What it is there to show, for the person who tries it. */
  readonly shows: string;
}

export const office = {
  desk: 'Bộ phận Một cửa phường Mẫu',
  civilStatus: 'Bộ phận Tư pháp – Hộ tịch',
  economy: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  counter: 'Trung tâm Phục vụ hành chính công phường Mẫu, quầy 2',
  hours: 'Thứ hai – thứ sáu: 7:30–11:30, 13:00–17:00',
} as const;

interface DatesAround {
  /** So many open days from today on; negative ones are past. */
  readonly day: (count: number) => string;
  readonly at: (count: number, timeOfDay: string) => string;
  /** A dossier's code: groups and serial around the day it was handed in. */
  readonly code: (groups: string, count: number, serial: string) => string;
}

export function datesAround(nowMs: number): DatesAround {
  const day = (count: number): string => officeDay(nowMs, count);
  return {
    day,
    at: (count, timeOfDay) => `${day(count)}T${timeOfDay}:00+07:00`,
    code: (groups, count, serial) => `${groups}-${day(count).slice(2).replaceAll('-', '')}-${serial}`,
  };
}

export function step(state: DossierState, at: string, department: string | null): WireDossier['history'][number] {
  return { state, at, department };
}

type Body = DossierRecord['dossier'];

export function dossier(facts: Pick<Body, 'dossierCode' | 'state' | 'history'> & Partial<Body>): Body {
  return {
    procedureCode: null,
    procedureName: null,
    department: null,
    receivedAt: null,
    dueAt: null,
    next: { kind: 'wait' },
    lateness: null,
    payment: null,
    receipt: null,
    agency: 'Ủy ban nhân dân phường Mẫu',
    contact: 'Quầy hướng dẫn, điện thoại 028 0000 0000',
    ...facts,
  };
}

type Receipt = NonNullable<WireDossier['receipt']>;

export function receipt(facts: Omit<Receipt, 'parentAgency' | 'sets'>): Receipt {
  return { parentAgency: 'Ủy ban nhân dân phường Mẫu', sets: 1, ...facts };
}
