import Button from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItem,
  DropdownItemGroup,
  DropdownItemRadio,
  DropdownItemRadioGroup,
} from '@atlaskit/dropdown-menu';
import { Box, xcss } from '@atlaskit/primitives';
import { useFlags } from '../ui/flags';
import { PersonPicture } from '../ui/person';
import { type Person, usePerson, useSeats } from './session';

const nameRoom = xcss({ display: 'inline-block', maxWidth: '11rem', overflow: 'hidden', textOverflow: 'ellipsis' });

/** Who is signed in, and everybody else one could be: the page stays, with what is typed on it. */
export function PersonSwitch() {
  const { accountId, displayName } = usePerson();
  const { people, become } = useSeats();
  const { refuse } = useFlags();
  const change = (person: Person) =>
    become(person).catch((error: unknown) => refuse(`${person.displayName} could not sign in`, error));

  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, ...trigger }) => (
        <Button
          {...trigger}
          ref={triggerRef}
          appearance="subtle"
          iconBefore={() => <PersonPicture name={displayName} size="xsmall" />}
          aria-label={`${displayName}, change person`}
        >
          <Box as="span" xcss={nameRoom}>
            {displayName}
          </Box>
        </Button>
      )}
    >
      <DropdownItemRadioGroup id="person" title="Be somebody else, on this page">
        {people.map((person) => (
          <DropdownItemRadio
            key={person.accountId}
            id={person.accountId}
            isSelected={person.accountId === accountId}
            description={person.roles.join(', ') || 'No role'}
            onClick={() => void change(person)}
          >
            {person.displayName}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem href="/people">Who is here</DropdownItem>
        <DropdownItem href="/sign-in">Sign-in page</DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
