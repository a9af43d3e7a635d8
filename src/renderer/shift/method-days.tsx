import type { MethodDayView } from '#contract/handover-procedures.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** What the shop expects of each delivery method on the day: where to bring it, by when, and what is still missing. */
export function MethodDays({ methods }: { readonly methods: readonly MethodDayView[] }) {
  const { say, language } = useTexts();
  const now = useNow();
  if (methods.length === 0) return null;
  return (
    <ul className="method-days">
      {methods.map((method) => (
        <li key={method.id} className="panel" data-testid={`day-method-${method.id}`}>
          <p>
            <b>{method.name}</b> {method.warehouse}
          </p>
          <p>
            {[
              say('handoverDay.ready', { count: method.ready }),
              say('handoverDay.toPack', { count: method.toPack }),
              method.cutoffAt === null
                ? ''
                : say('handoverDay.cutoff', { at: formatMoment(language, method.cutoffAt, now) }),
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </p>
          <p className="note">
            {[
              say(method.isPickup ? 'handoverDay.fetched' : 'handoverDay.brought'),
              method.place,
              method.hours,
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </p>
          {method.problems.map((words) => (
            <p key={words} className="note selectable">
              {say('handoverDay.problem', { words })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
