let isPressed = false;

const hear = (type: string, pressed: boolean) =>
  addEventListener(
    type,
    () => {
      isPressed = pressed;
    },
    true,
  );
hear('pointerdown', true);
hear('pointerup', false);
hear('pointercancel', false);

/** Does it at once, or after the press under way: what is being pressed must not move away before it is let go. */
export function afterPress(act: () => void): void {
  if (!isPressed) act();
  else addEventListener('pointerup', () => setTimeout(act), { once: true });
}
