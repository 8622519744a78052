import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { isPermitted } from '../jira/ask-jira';
import { texts } from './texts';

/** The way to the set-up, for whoever may take it. */
export function NotSetUp() {
  const [mayOpen, setMayOpen] = useState(false);
  useEffect(() => {
    isPermitted('ADMINISTER').then(setMayOpen, () => undefined);
  }, []);
  if (!mayOpen) return null;
  return (
    <Button onClick={() => void router.navigate({ target: 'module', moduleKey: 'administration' })}>
      {texts.openSetUp}
    </Button>
  );
}
