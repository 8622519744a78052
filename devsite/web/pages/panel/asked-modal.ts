/** What `Modal` of the app's package asks for: https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/modal/ (Aug 2026). */
export interface AskedModal {
  readonly resource?: string | null;
  readonly onClose?: (payload?: unknown) => unknown;
  readonly size?: unknown;
  readonly context?: unknown;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  readonly title?: string;
  readonly icon?: string;
}

export interface ModalSize {
  readonly width: string;
  readonly height: string;
}

const sizes: Readonly<Record<string, ModalSize>> = {
  small: { width: '400px', height: 'max(20vh, 320px)' },
  medium: { width: '600px', height: 'max(40vh, 520px)' },
  large: { width: '800px', height: 'max(70vh, 720px)' },
  xlarge: { width: '968px', height: '90vh' },
  max: { width: '100%', height: '100%' },
  fullscreen: { width: '100vw', height: '100vh' },
};

/** The size that a name or a pair of lengths stands for; undefined for one that the site does not simulate. */
export function modalSize(size: unknown = 'medium'): ModalSize | undefined {
  if (typeof size === 'string') return Object.hasOwn(sizes, size) ? sizes[size] : undefined;
  const { width, height = sizes.medium?.height } = (size ?? {}) as Partial<ModalSize>;
  return typeof width === 'string' && typeof height === 'string' ? { width, height } : undefined;
}

/** Where the page of a resource is: `<key>` or `<key>/<entry>`, by the address of the page that names it. */
export function resourceAddress(resource: string, from: string): string {
  const [key, entry = 'index'] = resource.split('/');
  return new URL(`/${key}/${entry}.html`, from).href;
}
