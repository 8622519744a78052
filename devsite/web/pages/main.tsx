import '@atlaskit/css-reset';
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { chosenColorMode } from './shell/theme-switch';
import { FlagRegion } from './ui/flags';
import { RouterLink } from './ui/routing';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppProvider defaultColorMode={chosenColorMode()} routerLinkComponent={RouterLink}>
      <FlagRegion>
        <App />
      </FlagRegion>
    </AppProvider>,
  );
}
