// A row's small curve: one path of SVG, no library. Its height is the row's own: it tells when, not how much.
interface SparklineProps {
  /** Cumulative, at even steps. */
  readonly points: readonly number[];
  /** The whole of it in words. */
  readonly label: string;
}

const WIDTH = 96;
const HEIGHT = 24;

export function Sparkline({ points, label }: SparklineProps) {
  const most = Math.max(1, ...points);
  const step = points.length > 1 ? WIDTH / (points.length - 1) : WIDTH;
  const at = (value: number): string => (HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1);
  const line = points
    .map((value, index) => {
      const x = (index * step).toFixed(1);
      return index === 0 ? `M0 ${at(value)}` : `H${x}V${at(value)}`;
    })
    .join("");
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className="spark-area" d={`${line}V${HEIGHT}H0Z`} />
      <path className="spark-line" d={line} />
    </svg>
  );
}
