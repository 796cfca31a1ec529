/** What a panel may ask of the core; exists only while a staff session is open. */
import { createContext, useContext } from 'react';
import type { StaffMethodName, StaffParams, StaffResult } from '../../main/contract/staff-methods.ts';

export interface StaffDesk {
  /** Rejects with `KioskError`. When the session turns out to be over, the desk is put away as well. */
  ask<M extends StaffMethodName>(method: M, params: StaffParams<M>): Promise<StaffResult<M>>;
}

export const StaffDeskContext = createContext<StaffDesk | null>(null);

export function useStaffDesk(): StaffDesk {
  const desk = useContext(StaffDeskContext);
  if (desk === null) throw new Error('useStaffDesk outside of a StaffDeskContext');
  return desk;
}
