/** Rings and rays after the bronze drums of Đông Sơn: an old Vietnamese pattern that is nobody's logo. */
import styles from './ornament.module.css';

const raysInStar = 14;
const center = 200;

function star(outer: number, inner: number): string {
  const points = Array.from({ length: raysInStar * 2 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (Math.PI * index) / raysInStar - Math.PI / 2;
    return `${(center + radius * Math.cos(angle)).toFixed(1)},${(center + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return points.join(' ');
}

const rings = [
  { radius: 70, width: 2, dashes: undefined },
  { radius: 80, width: 8, dashes: '3 9.57' },
  { radius: 90, width: 2, dashes: undefined },
  { radius: 112, width: 2, dashes: undefined },
  { radius: 122, width: 12, dashes: '12 10' },
  { radius: 133, width: 2, dashes: undefined },
  { radius: 160, width: 1.5, dashes: undefined },
  { radius: 168, width: 7, dashes: '2 9' },
  { radius: 177, width: 1.5, dashes: undefined },
  { radius: 195, width: 2, dashes: undefined },
] as const;

export function Ornament() {
  return (
    <svg className={styles['ornament']} viewBox="0 0 400 400" aria-hidden="true">
      <polygon points={star(58, 22)} fill="currentColor" />
      {rings.map(({ radius, width, dashes }) => (
        <circle
          key={radius}
          cx={center}
          cy={center}
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={width}
          strokeDasharray={dashes}
        />
      ))}
    </svg>
  );
}
