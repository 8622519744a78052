import Avatar, { type AvatarPropTypes } from '@atlaskit/avatar';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import values from '@atlaskit/tokens/token-default-values';

/** In one line, but for a name of more than some twenty-five letters. */
const nameRoom = xcss({ width: 'max-content', maxWidth: '11rem', overflowWrap: 'anywhere' });

interface PersonProps {
  readonly name: string;
  readonly size?: NonNullable<AvatarPropTypes['size']>;
}

/** A person's picture and name. */
export function PersonName({ name, size = 'xsmall' }: PersonProps) {
  return (
    <Inline space="space.075" alignBlock="center">
      <PersonPicture name={name} size={size} />
      <Box xcss={nameRoom}>
        <Text>{name}</Text>
      </Box>
    </Inline>
  );
}

/** A person's picture: their initials, on a colour of their own. */
export function PersonPicture({ name, size = 'xsmall' }: PersonProps) {
  return <Avatar size={size} src={picture(name)} borderColor="transparent" />;
}

const backgrounds = ['blue', 'teal', 'green', 'purple', 'magenta', 'orange', 'red'] as const;

function picture(name: string): string {
  const letters = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const hue = backgrounds[letters % backgrounds.length] ?? 'blue';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="${values[`color.background.accent.${hue}.bolder`]}"/>
    <text x="50" y="52" fill="${values['color.text.inverse']}" font-family="sans-serif" font-size="42" font-weight="600"
      text-anchor="middle" dominant-baseline="central">${initials(name)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').toUpperCase())
    .join('');
