/** What the QR of an appointment's slip says; shown on the screen where no slip comes out. */

/** As the core prints it (main/core/printing/slips/compose-appointment.ts). */
export function slipCode(appointmentCode: string): string {
  return `APPOINTMENT:${appointmentCode}`;
}
