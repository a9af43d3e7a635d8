import type { MoneyView } from '#contract/accrual-procedures.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatMoney } from './format-money.ts';

/** The sum of what is shown, one for each currency. */
export function Sums({ sums }: { readonly sums: readonly MoneyView[] }) {
  const { say, language } = useTexts();
  if (sums.length === 0) return null;
  return (
    <p className="accruals__sum" data-testid="accruals-sum">
      {say('accruals.sum', { money: sums.map((money) => formatMoney(language, money)).join(' · ') })}
    </p>
  );
}
