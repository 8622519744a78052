import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import Starred from '@atlaskit/icon/core/star-starred';
import Unstarred from '@atlaskit/icon/core/star-unstarred';
import { Inline } from '@atlaskit/primitives';
import { useState } from 'react';
import { usePerson } from '../shell/session';
import { useFlags } from '../ui/flags';
import { goTo } from '../ui/routing';
import { useLoaded } from '../ui/use-loaded';
import { SaveDialog } from './save-dialog';
import { changeQuery, knownFilters, type SavedFilter, star } from './saved-filters';

interface FilterBarProps {
  readonly jql: string;
  readonly filter: SavedFilter | undefined;
  readonly onFilterChanged: () => void;
}

/** The way to saved filters, and to save the query as one. */
export function FilterBar({ jql, filter, onFilterChanged }: FilterBarProps) {
  const known = useLoaded('filters', knownFilters);
  const { accountId } = usePerson();
  const { refuse } = useFlags();
  const [isSaving, setSaving] = useState(false);
  const changed = () => {
    known.reload();
    onFilterChanged();
  };
  const isOwn = filter?.owner?.accountId === accountId;

  return (
    <Inline space="space.050" alignBlock="center" shouldWrap rowSpace="space.050">
      {filter && (
        <IconButton
          icon={filter.favourite ? Starred : Unstarred}
          label={filter.favourite ? 'Take the star from the filter' : 'Star the filter'}
          appearance="subtle"
          onClick={() => void star(filter).then(changed, (error) => refuse('The star was not changed', error))}
        />
      )}
      {filter && isOwn && filter.jql !== jql && (
        <Button
          onClick={() =>
            void changeQuery(filter, jql).then(
              () => {
                changed();
                goTo(`/issues?filter=${filter.id}`, 'replace');
              },
              (error) => refuse('The filter was not saved', error),
            )
          }
        >
          Save changes
        </Button>
      )}
      <Button onClick={() => setSaving(true)}>Save as…</Button>
      <KnownFilters all={known.state === 'ready' ? known.value : []} />
      <SaveDialog
        isOpen={isSaving}
        jql={jql}
        onClose={() => setSaving(false)}
        onSaved={({ id }) => {
          setSaving(false);
          known.reload();
          goTo(`/issues?filter=${id}`);
        }}
      />
    </Inline>
  );
}

function KnownFilters({ all }: { readonly all: readonly SavedFilter[] }) {
  return (
    <DropdownMenu shouldRenderToParent trigger="Saved filters" placement="bottom-end">
      <DropdownItemGroup>
        {all.length === 0 && <DropdownItem isDisabled>No filter is saved yet</DropdownItem>}
        {all.map(({ id, name, favourite, owner }) => (
          <DropdownItem
            key={id}
            href={`/issues?filter=${id}`}
            description={owner?.displayName ?? ''}
            {...(favourite && { elemAfter: <Starred label="Starred" size="small" /> })}
          >
            {name}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
