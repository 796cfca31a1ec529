/** A QR code as one path, with its quiet zone of four modules (ISO/IEC 18004). */
import createQrCode from 'qrcode-generator';
import { useMemo } from 'react';
import styles from './qr-code.module.css';

const quietModules = 4;

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** `large` fills the width it is given: a code that phones read from a step away. */
  readonly size?: 'normal' | 'large';
}

function draw(text: string): { path: string; size: number } {
  const code = createQrCode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const cells: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) cells.push(`M${column + quietModules} ${row + quietModules}h1v1h-1z`);
    }
  }
  return { path: cells.join(''), size: count + 2 * quietModules };
}

export function QrCode({ text, label, size: space = 'normal' }: QrCodeProps) {
  const { path, size } = useMemo(() => draw(text), [text]);
  return (
    <svg
      className={styles[space === 'large' ? 'large' : 'code']}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
