import type { SessionView } from '#contract/bench-view.ts';
import { formatNumber, formatVolume } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CartonDrawing } from './carton-drawing.tsx';
import type { CartonPicture } from './carton-picture.ts';
import { packageInHand } from './packing-step.ts';

/** Which carton, and how it is filled, step by step. */
export function CartonPanel(props: { readonly session: SessionView; readonly picture: CartonPicture }) {
  const { say, language } = useTexts();
  const { session, picture } = props;
  const parcel = packageInHand(session);
  const isPlanning = !session.isPlanned && parcel?.carton == null;
  const code = parcel?.carton ?? say(isPlanning ? 'carton.choosing' : 'carton.byEye');
  const isCode = parcel?.carton != null;
  const size = parcel?.cartonInnerMm?.map((edge) => formatNumber(language, edge)).join(' × ') ?? null;
  return (
    <section className="panel carton" aria-label={say('carton.title')}>
      <div className="carton__words">
        <h2 className="panel__title">{say('carton.title')}</h2>
        <p className={isCode ? 'carton__code' : 'carton__code carton__code--words'} data-testid="carton-code">
          {code}
        </p>
        {parcel?.isCartonChosen === true ? <p className="note">{say('carton.chosen')}</p> : null}
        {size === null ? null : <p className="note">{say('carton.inner', { size })}</p>}
        {parcel === null || !isCode ? null : (
          <p className="carton__filler">
            {parcel.fillerMl === 0
              ? say('carton.noFiller')
              : say('carton.filler', { volume: formatVolume(language, parcel.fillerMl) })}
          </p>
        )}
      </div>
      <CartonFigure session={session} picture={picture} />
    </section>
  );
}

function CartonFigure(props: { readonly session: SessionView; readonly picture: CartonPicture }) {
  const { say } = useTexts();
  const { picture } = props;
  const parcel = packageInHand(props.session);
  if (parcel === null || parcel.cartonInnerMm === null) return null;
  if (picture.count === 0) return <p className="note carton__no-picture">{say('carton.noPicture')}</p>;
  const { step, count } = picture;
  const isPlacing = picture.units.some(({ state }) => state === 'now');
  return (
    <figure className="carton__figure">
      <CartonDrawing
        innerMm={parcel.cartonInnerMm}
        picture={picture}
        label={say('carton.picture', { carton: parcel.carton ?? '', step, count })}
      />
      <figcaption className="carton__caption">
        <b>{say('carton.step', { step, count })}</b>
        {isPlacing ? <span>{say('carton.putHere')}</span> : null}
        {!isPlacing && step === 0 ? <span>{say('carton.startHere')}</span> : null}
      </figcaption>
    </figure>
  );
}
