import { Text } from '@atlaskit/primitives';
import SectionMessage from '@atlaskit/section-message';
import { AppFrame } from './app-frame';
import type { Surroundings } from './bridge-commands';
import type { Place } from './place';
import { type AppModule, useApp } from './shown-app';

interface ModuleFrameProps {
  readonly module: AppModule;
  readonly place: Omit<Place, 'moduleKey'>;
  /** Of the page that is drawn, where it is not the module's main one. */
  readonly src?: string | undefined;
  readonly leastHeight?: string;
  readonly surroundings: Surroundings;
}

/** What the module draws, as far as the site can draw it. */
export function ModuleFrame({ module, place, src = module.src, leastHeight, surroundings }: ModuleFrameProps) {
  const app = useApp();
  if (src === undefined) return <NotSimulated />;
  if (app.state !== 'ready') return null;
  return (
    <>
      <AppFrame
        app={app.value}
        place={{ ...place, moduleKey: module.moduleKey }}
        src={src}
        title={module.title}
        height={module.viewportSize}
        surroundings={surroundings}
        {...(leastHeight !== undefined && { leastHeight })}
      />
      {module.unheeded.length > 0 && (
        <Text size="small" color="color.text.subtle">
          The dev site does not simulate what the manifest says of this module’s {module.unheeded.join(', ')}.
        </Text>
      )}
    </>
  );
}

/** UI Kit is drawn by the product, and the site does not draw it. */
export const NotSimulated = () => (
  <SectionMessage appearance="warning" title="not simulated yet">
    <p>This module is drawn by UI Kit; the dev site draws Custom UI.</p>
  </SectionMessage>
);
