import { useColorMode } from '@atlaskit/app-provider/use-color-mode';
import { useSetColorMode } from '@atlaskit/app-provider/use-set-color-mode';
import { IconButton } from '@atlaskit/button/new';
import Theme from '@atlaskit/icon/core/theme';

const remembered = 'devsite.color-mode';

/** Light or dark as last chosen in this browser, or as the system has it where nothing was. */
export function chosenColorMode(): 'light' | 'dark' | 'auto' {
  const chosen = localStorage.getItem(remembered);
  return chosen === 'dark' || chosen === 'light' ? chosen : 'auto';
}

export function ThemeSwitch() {
  const now = useColorMode();
  const setColorMode = useSetColorMode();
  const other = now === 'dark' ? 'light' : 'dark';
  const turn = () => {
    localStorage.setItem(remembered, other);
    setColorMode(other);
  };
  return (
    <IconButton
      icon={Theme}
      label={`Switch to the ${other} theme`}
      appearance="subtle"
      onClick={turn}
      isTooltipDisabled={false}
    />
  );
}
