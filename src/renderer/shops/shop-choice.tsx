import type { ReactNode } from 'react';
import { create } from 'zustand';
import type { ShopView } from '#contract/bench-view.ts';
import type { ShopId } from '#domain/ids.ts';
import { Choice } from '../design/choice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { OfShop } from './of-shop.tsx';

/** The shop that was looked at last: the next screen begins with it. */
const useChosenShop = create<{ readonly chosen: ShopId | null }>()(() => ({ chosen: null }));

/** Looks at this shop from now on. */
export function chooseShop(shop: ShopId): void {
  useChosenShop.setState({ chosen: shop });
}

/**
 * What is about one shop as a whole, with a choice of the shop above it. A bench with one shop has nothing to choose. Another shop
 * is looked at anew: what was read of, or begun with, the one before is gone.
 */
export function ShopChoice(props: {
  readonly shops: readonly ShopView[];
  /** It is a whole screen, and not a part of one. */
  readonly isScreen?: boolean;
  /** Told when a person chooses another shop. */
  readonly onChoose?: () => void;
  readonly children: ReactNode;
}) {
  const { say } = useTexts();
  const { shops, isScreen = false, onChoose, children } = props;
  const { chosen } = useChosenShop();
  const [first, ...others] = shops;
  if (first === undefined || others.length === 0) return children;
  const { id } = shops.find((shop) => shop.id === chosen) ?? first;
  return (
    <div className={isScreen ? 'of-shop of-shop--screen' : 'of-shop'}>
      <div className="of-shop__choice">
        <Choice
          label={say('shops.choose')}
          value={id}
          options={shops.map((shop) => ({ value: shop.id, text: shop.name }))}
          onChange={(shop) => {
            chooseShop(shop);
            onChoose?.();
          }}
          isLabelUnseen
          testIdPrefix="of-shop"
        />
      </div>
      <OfShop key={id} shop={id}>
        {children}
      </OfShop>
    </div>
  );
}
