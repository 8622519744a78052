import Button from '@atlaskit/button/new';
import { Anchor } from '@atlaskit/primitives';
import { useState } from 'react';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { PersonName } from '../ui/person';
import { goTo } from '../ui/routing';
import { Table } from '../ui/table';
import { useLoaded } from '../ui/use-loaded';
import { allDashboards, type Dashboard } from './dashboards';
import { NewDashboard } from './new-dashboard';

const columns = [
  { title: 'Name', cell: ({ id, name }: Dashboard) => <Anchor href={`/jira/dashboards/${id}`}>{name}</Anchor> },
  { title: 'Owner', cell: ({ owner }: Dashboard) => owner && <PersonName name={owner.displayName} /> },
  {
    title: 'Seen by',
    cell: ({ sharePermissions }: Dashboard) => (sharePermissions.length > 0 ? 'Others too' : 'The owner alone'),
  },
];

/** The dashboards that the person may see. */
export function DashboardsPage() {
  const known = useLoaded('dashboards', allDashboards);
  const [isMaking, setMaking] = useState(false);
  return (
    <Page
      title="Dashboards"
      beside={
        <Button appearance="primary" onClick={() => setMaking(true)}>
          Create dashboard
        </Button>
      }
    >
      <Loaded of={known} what="the dashboards">
        {(all) => (
          <Table
            label="Dashboards"
            rows={all}
            keyOf={({ id }) => id}
            columns={columns}
            empty="Dashboards would be here. Create the first one."
          />
        )}
      </Loaded>
      <NewDashboard
        isOpen={isMaking}
        onClose={() => setMaking(false)}
        onMade={({ id }) => goTo(`/jira/dashboards/${id}`)}
      />
    </Page>
  );
}
