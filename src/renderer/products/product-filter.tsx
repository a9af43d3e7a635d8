import { cardProblems } from '#domain/catalogue/card-problems.ts';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { ProductQuery } from './use-product-query.ts';

const shown = ['active', 'archived'] as const;
const problems = ['', 'any', ...cardProblems] as const;

/** What is looked for, and by what the list is narrowed down. */
export function ProductFilter(props: { readonly query: ProductQuery; readonly statuses: readonly string[] }) {
  const { say } = useTexts();
  const { input, change } = props.query;
  const statuses = [...new Set([...props.statuses, input.status])].filter((status) => status !== '');
  return (
    <div className="products__find">
      <TextInput
        label={say('products.find')}
        value={input.wanted}
        onChange={(wanted) => change({ wanted })}
        lengthMax={200}
      />
      <SelectInput
        label={say('products.shown')}
        value={input.isArchived ? 'archived' : 'active'}
        options={shown.map((value) => ({ value, text: say(`products.show.${value}`) }))}
        onChange={(value) => change({ isArchived: value === 'archived' })}
        testId="products-shown"
      />
      <SelectInput
        label={say('products.problem')}
        value={input.problem}
        options={problems.map((value) => ({
          value,
          text: say(`products.problems.${value === '' ? 'all' : value}`),
        }))}
        onChange={(problem) => change({ problem })}
        testId="products-problem"
      />
      <SelectInput
        label={say('queue.columns.status')}
        value={input.status}
        options={[
          { value: '', text: say('products.anyStatus') },
          ...statuses.map((value) => ({ value, text: value })),
        ]}
        onChange={(status) => change({ status })}
      />
    </div>
  );
}
