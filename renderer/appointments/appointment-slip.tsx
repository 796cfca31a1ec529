/** The slip of an appointment that was just booked or changed: it prints by itself, and the screen can be photographed instead. */
import { useEffect, useState } from 'react';
import type { Appointment } from '../../main/contract/appointments.ts';
import type { SlipRequest } from '../../main/contract/printing.ts';
import { PrintPanel } from '../components/print-panel.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { usePrintTask } from '../hooks/use-print-task.ts';
import { usePrinterStatus } from '../hooks/use-printer-status.ts';
import { useWording } from '../hooks/use-wording.ts';
import { createPrintTask, type PrintTask } from '../printing/print-task.ts';
import { isPrintBusy, type PrintState } from '../state/print-state.ts';
import styles from './appointment-slip.module.css';
import { slipCode } from './slip-code.ts';

export interface AppointmentSlipTask {
  readonly task: PrintTask;
  readonly state: PrintState;
  readonly request: SlipRequest;
}

/** Prints once; whoever comes back finds the slip as it was left. */
export function useAppointmentSlip({ appointmentCode, day, from }: Appointment): AppointmentSlipTask {
  const { language } = useWording();
  const { connection, ticketTasks } = useKiosk();
  const { textSize } = useKioskState();
  const name = `${appointmentCode} ${day} ${from}`;
  const [task] = useState(() => ticketTasks.get(name) ?? createPrintTask(connection));
  const state = usePrintTask(task);
  const request: SlipRequest = { kind: 'appointment', appointmentCode, language, large: textSize !== 'normal' };

  useEffect(() => {
    ticketTasks.set(name, task);
  }, [ticketTasks, name, task]);

  useEffect(() => {
    if (task.state().kind === 'idle') task.print(request);
  });
  return { task, state, request };
}

interface AppointmentSlipProps {
  readonly slip: AppointmentSlipTask;
  readonly appointmentCode: string;
}

export function AppointmentSlip({ slip, appointmentCode }: AppointmentSlipProps) {
  const { t } = useWording();
  const status = usePrinterStatus();
  const { task, state, request } = slip;
  const hasNoSlip = !isPrintBusy(state) && state.kind !== 'printed';
  return (
    <div className={styles['slip']}>
      <PrintPanel
        state={state}
        status={status}
        printLabel={t('appointment.print')}
        printedText={t('appointment.takeSlip')}
        onPrint={() => task.print(request)}
        onStop={() => task.cancel()}
        onConfirm={(cameOut) => task.confirm(cameOut)}
      />
      {hasNoSlip && (
        <div className={styles['photo']}>
          <QrCode text={slipCode(appointmentCode)} label={t('appointment.qrLabel')} />
          <div>
            <p className={styles['title']}>{t('appointment.photo')}</p>
            <p>{t('appointment.photoText')}</p>
          </div>
        </div>
      )}
    </div>
  );
}
