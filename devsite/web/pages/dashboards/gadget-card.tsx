import Heading from '@atlaskit/heading';
import { Anchor, Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { ModuleFrame, NotSimulated } from '../panel/module-frame';
import type { AppModule } from '../panel/shown-app';
import { configureGadget, type Dashboard, type Gadget } from './dashboards';
import type { Columns } from './gadget-columns';
import { GadgetMenu } from './gadget-menu';
import { useRounds } from './use-rounds';

const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.200',
});

interface GadgetCardProps {
  readonly dashboard: Dashboard;
  readonly gadget: Gadget;
  /** Absent when the app that brought it is gone. */
  readonly module: AppModule | undefined;
  readonly columns: Columns;
  /** True when it was put there just now, and is to be configured first. */
  readonly isNew: boolean;
  /** What the person does to the dashboard. */
  readonly onChange: (doing: Promise<unknown>) => void;
}

/** A gadget under its title, with what can be done to it. */
export function GadgetCard({ dashboard, gadget, module, columns, isNew, onChange }: GadgetCardProps) {
  const [isEdited, setEdited] = useState(isNew && (module?.isEditable ?? false));
  return (
    <Box as="section" xcss={card} aria-label={gadget.title}>
      <Stack space="space.150">
        <Inline space="space.100" alignBlock="center" spread="space-between">
          <Heading size="small" as="h2">
            {module?.titleHref ? <Anchor href={module.titleHref}>{gadget.title}</Anchor> : gadget.title}
          </Heading>
          <GadgetMenu
            dashboard={dashboard}
            gadget={gadget}
            columns={columns}
            onChange={onChange}
            {...(module?.isEditable && { onConfigure: () => setEdited(true) })}
          />
        </Inline>
        {module ? (
          <GadgetBody
            dashboard={dashboard}
            gadget={gadget}
            module={module}
            isEdited={isEdited}
            onEdited={() => setEdited(false)}
          />
        ) : (
          <SectionMessage appearance="warning">
            <p>The app that brought this gadget has no such gadget any more.</p>
          </SectionMessage>
        )}
      </Stack>
    </Box>
  );
}

interface GadgetBodyProps {
  readonly dashboard: Dashboard;
  readonly gadget: Gadget;
  readonly module: AppModule;
  readonly isEdited: boolean;
  readonly onEdited: () => void;
}

/** The gadget's view, or its edit view, which ends by what it submits. */
function GadgetBody({ dashboard, gadget, module, isEdited, onEdited }: GadgetBodyProps) {
  const { round, next } = useRounds(dashboard.id, gadget, module);
  const place = { dashboardId: dashboard.id, gadgetId: String(gadget.id) };
  if (!isEdited) return <ModuleFrame key={round} module={module} place={place} surroundings={{}} />;
  if (module.editSrc === undefined) return <NotSimulated />;

  const keep = async (configuration: unknown) => {
    await configureGadget(dashboard.id, gadget, configuration);
    next();
    onEdited();
  };
  return (
    <ModuleFrame
      key="edit"
      module={module}
      src={module.editSrc}
      place={{ ...place, entryPoint: 'edit' }}
      surroundings={{ onSubmit: keep, onClose: onEdited }}
    />
  );
}
