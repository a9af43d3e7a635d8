import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { PinEntry } from './pin-entry.tsx';

type PersonView = BenchView['people'][number];

/** Who is at the bench: a badge is enough; the names are for those who left theirs at home. */
export function SignInScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const [person, setPerson] = useState<PersonView | null>(null);
  return (
    <div className="sign-in" data-testid="sign-in">
      <section className="sign-in__call">
        <Icon name="badge" size="14rem" line={1.2} />
        <h1 className="sign-in__title">{say('signIn.title')}</h1>
        <p className="sign-in__hint">{say(view.people.length === 0 ? 'signIn.none' : 'signIn.hint')}</p>
      </section>
      {person === null ? (
        <ul className="sign-in__people scroll">
          {view.people.map((candidate) => (
            <li key={candidate.id}>
              <Button
                className="button person-tile"
                onPress={() => setPerson(candidate)}
                data-testid={`person-${candidate.id}`}
              >
                <Icon name="person" size="2.5rem" />
                <span className="person-tile__name">{candidate.name}</span>
                <span className="person-tile__role">{say(`signIn.${candidate.role}`)}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <PinEntry person={person} onBack={() => setPerson(null)} />
      )}
    </div>
  );
}
