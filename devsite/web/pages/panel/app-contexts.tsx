import Button from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useEffect, useRef, useState } from 'react';
import { type Issue, versionOf } from '../issue/issue';
import { useSiteClock } from '../shell/site-time';
import { ModuleFrame } from './module-frame';
import { ModuleStatus } from './module-status';
import { type AppModule, modulesOf, useApp } from './shown-app';
import { dynamicPropertiesOf } from './site-calls';
import { statusIn } from './status-in';

interface AppContextsProps {
  readonly issue: Issue;
  readonly onRefresh: () => void;
}

/** The app's modules under the issue's fields. */
export function AppContexts({ issue, onRefresh }: AppContextsProps) {
  const app = useApp();
  const contexts = app.state === 'ready' ? modulesOf(app.value, 'jira:issueContext') : [];
  return contexts.map((module) => (
    <AppContext key={module.moduleKey} module={module} issue={issue} onRefresh={onRefresh} />
  ));
}

const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  paddingBlock: 'space.100',
  paddingInline: 'space.200',
});
const picture = xcss({ width: 'size.200', height: 'size.200' });

interface AppContextProps {
  readonly module: AppModule;
  readonly issue: Issue;
  readonly onRefresh: () => void;
}

/** A module under its label; what it draws is there once it is opened. */
function AppContext({ module, issue, onRefresh }: AppContextProps) {
  const { title, label = title, icon } = module;
  const [isOpen, setOpen] = useState(false);
  const status = useStatus(module, issue, isOpen);

  return (
    <Box as="section" xcss={card} aria-label={label}>
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center" spread="space-between">
          <Button
            appearance="subtle"
            iconBefore={isOpen ? ChevronDown : ChevronRight}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {label}
          </Button>
          <Inline space="space.100" alignBlock="center">
            {icon && <Box as="img" xcss={picture} src={icon} alt="" />}
            {status && <ModuleStatus status={status} />}
          </Inline>
        </Inline>
        {isOpen && (
          <>
            <Text size="small" weight="semibold" color="color.text.subtle">
              {title}
            </Text>
            <ModuleFrame module={module} place={{ issueKey: issue.key }} surroundings={{ onRefresh }} />
          </>
        )}
      </Stack>
    </Box>
  );
}

/**
 * The status that the manifest declares, or the one that the app answers when the issue is viewed, when the module is
 * closed, and when the issue has changed or the clock was moved.
 */
function useStatus({ moduleKey, isDynamic, followsIssue = false, status }: AppModule, issue: Issue, isOpen: boolean) {
  const [told, setTold] = useState<unknown>();
  const { moves } = useSiteClock();
  const { key: issueKey } = issue;
  const occasion = followsIssue ? `${issueKey} ${moves} ${versionOf(issue)}` : issueKey;
  const asked = useRef<string>();
  useEffect(() => {
    const isOpened = isOpen && asked.current === occasion;
    if (!isDynamic || isOpened) return;
    asked.current = occasion;
    let wanted = true;
    dynamicPropertiesOf({ moduleKey, issueKey }).then(
      (properties) => wanted && setTold((properties as { status?: unknown } | null)?.status),
      () => wanted && setTold(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [moduleKey, isDynamic, issueKey, isOpen, occasion]);
  return statusIn(told) ?? statusIn(status);
}
