import { Box, Stack, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';

const name = xcss({ font: 'font.body.small', fontWeight: 'font.weight.semibold', color: 'color.text.subtle' });

interface LabelledProps {
  readonly label: string;
  /** Of the control that it names. */
  readonly id: string;
  readonly isRequired?: boolean;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A form's control under its name, with what is wrong beneath. */
export function Labelled({ label, id, isRequired, problem, children }: LabelledProps) {
  return (
    <Stack space="space.050">
      <Box as="label" xcss={name} htmlFor={id}>
        {label}
        {isRequired && ' (required)'}
      </Box>
      {children}
      {problem && (
        <Text size="small" color="color.text.danger">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
