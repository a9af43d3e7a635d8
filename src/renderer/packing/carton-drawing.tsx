import type { CartonPicture, PicturedUnit } from './carton-picture.ts';
import { type BoxMm, boundsOf, facesOf, type PaperPoint, paintOrder, project } from './isometric.ts';

const marginMm = 8;

/** The carton with what lies in it: what is in is pale, what goes in now is dark, what comes next is dashed. */
export function CartonDrawing(props: {
  readonly innerMm: readonly number[];
  readonly picture: CartonPicture;
  readonly label: string;
}) {
  const carton: BoxMm = { atMm: [0, 0, 0], sizeMm: props.innerMm };
  const bounds = boundsOf(carton);
  const line = Math.max(bounds.width, bounds.height) / 160;
  const margin = marginMm + line;
  const viewBox = [
    bounds.x - margin,
    bounds.y - margin,
    bounds.width + 2 * margin,
    bounds.height + 2 * margin,
  ];
  const shown = paintOrder(props.picture.units.filter(({ state }) => state !== 'later'));
  return (
    <svg
      className="carton-drawing"
      viewBox={viewBox.join(' ')}
      role="img"
      aria-label={props.label}
      strokeWidth={line}
      strokeLinejoin="round"
    >
      <CartonBack sizeMm={props.innerMm} />
      {shown.map((unit) => (
        <UnitBox key={unit.step} unit={unit} />
      ))}
      <CartonFront sizeMm={props.innerMm} />
    </svg>
  );
}

function UnitBox({ unit }: { readonly unit: PicturedUnit }) {
  const faces = facesOf(unit);
  return (
    <g className={`carton-unit carton-unit--${unit.state}`}>
      <polygon className="carton-unit__left" points={pointsOf(faces.left)} />
      <polygon className="carton-unit__right" points={pointsOf(faces.right)} />
      <polygon className="carton-unit__top" points={pointsOf(faces.top)} />
    </g>
  );
}

function CartonBack({ sizeMm }: { readonly sizeMm: readonly number[] }) {
  const [x = 0, y = 0, z = 0] = sizeMm;
  const floor = [project(0, 0, 0), project(x, 0, 0), project(x, y, 0), project(0, y, 0)];
  const back = [project(0, 0, 0), project(x, 0, 0), project(x, 0, z), project(0, 0, z)];
  const side = [project(0, 0, 0), project(0, y, 0), project(0, y, z), project(0, 0, z)];
  return (
    <g className="carton-back">
      <polygon className="carton-back__floor" points={pointsOf(floor)} />
      <polygon points={pointsOf(back)} />
      <polygon points={pointsOf(side)} />
    </g>
  );
}

/** The near edges, over the contents, thin enough to look past. */
function CartonFront({ sizeMm }: { readonly sizeMm: readonly number[] }) {
  const [x = 0, y = 0, z = 0] = sizeMm;
  const rim = [project(0, y, z), project(x, y, z), project(x, 0, z)];
  const foot = [project(0, y, 0), project(x, y, 0), project(x, 0, 0)];
  const posts = [
    [project(x, y, 0), project(x, y, z)],
    [project(0, y, 0), project(0, y, z)],
    [project(x, 0, 0), project(x, 0, z)],
  ];
  return (
    <g className="carton-front">
      <polyline points={pointsOf(rim)} />
      <polyline points={pointsOf(foot)} />
      {posts.map((post) => (
        <polyline key={pointsOf(post)} points={pointsOf(post)} />
      ))}
    </g>
  );
}

function pointsOf(points: readonly PaperPoint[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}
