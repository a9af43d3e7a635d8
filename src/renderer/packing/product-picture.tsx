import { useEffect, useState } from 'react';
import type { Sku } from '#domain/ids.ts';
import { stationGeneration, useBench } from '../bench-store/bench-store.ts';
import { Icon } from '../design/icon.tsx';
import { useStation } from '../station-link/station.ts';
import type { StationLink } from '../station-link/station-link.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Pictures kept in memory, by product, as long as the same station answers; the oldest goes first. */
const picturesKept = 200;
const pictures = new Map<Sku, string | null>();
let answeredBy: number | null = null;

/** A product's picture; a plain box where there is none. `size` is any CSS length. */
export function ProductPicture({ sku, size }: { readonly sku: Sku | null; readonly size: string }) {
  const station = useStation();
  const { say } = useTexts();
  const generation = useBench(stationGeneration);
  const [shown, setShown] = useState<{ readonly sku: Sku; readonly url: string | null } | null>(null);

  useEffect(() => {
    if (sku === null || generation === null) return;
    forgetOthers(generation);
    let isCurrent = true;
    void readPicture(station, sku).then((url) => {
      if (isCurrent) setShown({ sku, url });
    });
    return () => {
      isCurrent = false;
    };
  }, [station, sku, generation]);

  const url = shown !== null && shown.sku === sku ? shown.url : null;
  return (
    <div className="picture" style={{ width: size, height: size }}>
      {url === null ? (
        <span role="img" aria-label={say('verdict.noPicture')}>
          <Icon name="pack" size="40%" />
        </span>
      ) : (
        <img src={url} alt="" />
      )}
    </div>
  );
}

/** Another station may be another bench, with another shop's products under the same numbers. */
function forgetOthers(generation: number): void {
  if (generation !== answeredBy) pictures.clear();
  answeredBy = generation;
}

async function readPicture(station: StationLink, sku: Sku): Promise<string | null> {
  const known = pictures.get(sku);
  if (known !== undefined) return known;
  const answer = await station.call('product.picture', { sku });
  // A failure is not kept: the next time it may be there.
  if (!answer.ok) return null;
  const oldest = pictures.keys().next();
  if (pictures.size >= picturesKept && oldest.done !== true) pictures.delete(oldest.value);
  pictures.set(sku, answer.value.dataUrl);
  return answer.value.dataUrl;
}
