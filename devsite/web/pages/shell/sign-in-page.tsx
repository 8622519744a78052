import Heading from '@atlaskit/heading';
import { Box, Grid, Pressable, Stack, Text, xcss } from '@atlaskit/primitives';
import { useEffect } from 'react';
import { devsite } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { PersonPicture } from '../ui/person';
import type { Person, Session } from './session';

const page = xcss({ maxWidth: '60rem', marginInline: 'auto', paddingInline: 'space.300', paddingBlock: 'space.600' });
const card = xcss({
  display: 'flex',
  gap: 'space.150',
  alignItems: 'center',
  width: '100%',
  textAlign: 'start',
  padding: 'space.200',
  borderRadius: 'radius.large',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  backgroundColor: 'elevation.surface.raised',
  ':hover': { backgroundColor: 'elevation.surface.raised.hovered' },
});
const cards = xcss({ gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))' });

interface SignInProps {
  readonly session: Session;
  readonly onSignedIn: () => void;
}

/** Who of the seeded people a visitor wants to be. */
export function SignInPage({ session: { people }, onSignedIn }: SignInProps) {
  const { refuse } = useFlags();
  useEffect(() => {
    document.title = 'Sign in – Jira';
  }, []);
  const signIn = ({ accountId, displayName }: Person) =>
    devsite('POST', '/session', { accountId }).then(onSignedIn, (error) =>
      refuse(`${displayName} could not sign in`, error),
    );

  return (
    <Box as="main" xcss={page}>
      <Stack space="space.300">
        <Stack space="space.100">
          <Heading size="xlarge" as="h1">
            Who are you today?
          </Heading>
          <Text color="color.text.subtle">
            This is a Jira on your own machine. Everybody here is made up; choose whose work you want to do.
          </Text>
        </Stack>
        <Grid gap="space.150" xcss={cards}>
          {people.map((person) => (
            <Pressable key={person.accountId} xcss={card} onClick={() => void signIn(person)}>
              <PersonPicture name={person.displayName} size="medium" />
              <Stack>
                <Text weight="medium">{person.displayName}</Text>
                <Text size="small" color="color.text.subtle">
                  {person.roles.join(', ') || 'No role'}
                </Text>
              </Stack>
            </Pressable>
          ))}
        </Grid>
      </Stack>
    </Box>
  );
}
