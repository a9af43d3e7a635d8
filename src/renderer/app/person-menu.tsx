import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Actor } from '#domain/packing/actor.ts';
import { Icon } from '../design/icon.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Who is signed in, and the way out. */
export function PersonMenu({ actor }: { readonly actor: Actor }) {
  const { say } = useTexts();
  const { run } = useCommand('bench.signOut');
  return (
    <MenuTrigger>
      <Button
        className="header-button header-button--person"
        aria-label={say('signIn.signedIn', { name: actor.name })}
      >
        <Icon name="person" size="1.75rem" />
        <span className="header-button__words">
          <span className="header-button__name">{actor.name}</span>
          {actor.role === 'lead' ? <span className="header-button__role">{say('signIn.lead')}</span> : null}
        </span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={say('signIn.signedIn', { name: actor.name })}>
          <MenuItem className="menu__item" onAction={() => void run({})}>
            {say('signIn.out')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
