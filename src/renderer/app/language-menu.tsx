import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Language } from '#contract/language.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { languageNames } from './language-names.ts';

/** The language of the bench, one press away on every screen. */
export function LanguageMenu() {
  const { say, language } = useTexts();
  const { run } = useCommand('bench.setLanguage');
  return (
    <MenuTrigger>
      <Button className="header-button" aria-label={say('common.language')} data-testid="language">
        {languageNames[language].short}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={say('common.language')}
          selectionMode="single"
          selectedKeys={[language]}
        >
          {Language.options.map((option) => (
            <MenuItem
              key={option}
              id={option}
              className="menu__item"
              lang={option}
              onAction={() => void run({ language: option })}
            >
              {languageNames[option].full}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
