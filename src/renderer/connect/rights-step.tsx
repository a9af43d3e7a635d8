import { ShopFeature } from '#contract/shop-feature.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Icon } from '../design/icon.tsx';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { GoodCheck } from './connect-wizard.tsx';

/** What the key allows, work by work; what is missing, and what is then off. */
export function RightsStep(props: {
  readonly check: GoodCheck;
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { expiresAt, missing } = props.check;
  return (
    <>
      <p className="connect__fact">
        {expiresAt === null
          ? say('connect.keyGood')
          : say('connect.keyGoodUntil', { at: formatMoment(language, expiresAt, now) })}
      </p>
      {missing === null ? (
        <p data-testid="rights-unknown">{say('connect.rightsUnknown')}</p>
      ) : (
        <ul className="connect__rights">
          {ShopFeature.options.map((feature) => {
            const lacking = missing.find((one) => one.feature === feature);
            const look = lacking === undefined ? 'allowed' : 'missing';
            return (
              <li key={feature} className={`right right--${look}`} data-testid={`right-${feature}`}>
                <Icon name={lacking === undefined ? 'check' : 'cross'} size="1.75rem" line={3} />
                <span className="right__name">{say(`shopKey.feature.${feature}`)}</span>
                <span className="right__state">
                  {lacking === undefined ? say('connect.allowed') : say(`connect.off.${feature}`)}
                  {lacking === undefined ? null : (
                    <small className="right__needs selectable">
                      {say('connect.needs', { methods: lacking.methods.join(', ') })}
                    </small>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {missing === null || missing.length === 0 ? null : <p className="note">{say('connect.rightsHint')}</p>}
      <div className="settings__row">
        <ActionButton look="main" onPress={props.onNext} isFirst testId="connect-next">
          {say('connect.next')}
        </ActionButton>
        <ActionButton look="plain" icon="left" onPress={props.onBack} testId="connect-again">
          {say('connect.again')}
        </ActionButton>
      </div>
    </>
  );
}
