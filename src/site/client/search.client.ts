// Searching from any page: the key `/` leads to the field, and while somebody types there the paper's own stories, topics
// and authors are offered under it, as a combobox with a list (WAI-ARIA Authoring Practices).

interface Suggestion {
  readonly name: string;
  readonly href: string;
}
const kinds = ['authors', 'topics', 'stories'] as const;
type Suggestions = Partial<Record<(typeof kinds)[number], readonly Suggestion[]>>;

/** Between two letters of somebody who types quickly. */
const PAUSE_MS = 120;
const SHORTEST = 2;

export function watchSearch(): void {
  document.addEventListener('keydown', (event) => {
    // The key that has the stroke gives ظ where the keyboard is Arabic.
    if (event.key !== '/' && event.code !== 'Slash') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey !== (event.code !== 'Slash')) return;
    const { target } = event;
    if (target instanceof Element && target.closest('input:not([type=radio]),textarea,select,[contenteditable]'))
      return;
    const field = document.querySelector<HTMLInputElement>('[data-suggest]');
    if (field === null) return;
    event.preventDefault();
    const menu = field.closest('details');
    if (menu !== null) menu.open = true;
    field.focus();
    field.select();
  });
  // Opened by hand, the menu is there to be typed in.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open)
        target.querySelector<HTMLElement>('[data-suggest]')?.focus();
    },
    true,
  );
  const begin = (field: EventTarget | null) => {
    if (field instanceof HTMLInputElement && field.dataset.suggest !== undefined && field.role === null) suggest(field);
  };
  document.addEventListener('focusin', ({ target }) => begin(target));
  // The search page opens with the cursor in its field, before there is a script.
  begin(document.activeElement);
}

function suggest(field: HTMLInputElement): void {
  const list = document.createElement('div');
  list.id = `${field.dataset.list}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = field.dataset.name ?? '';
  list.hidden = true;
  field.form?.after(list);
  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', list.id);

  let active: HTMLElement | null = null;
  let asking = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  function activate(option: HTMLElement | null): void {
    active?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option?.id ?? '');
    active = option;
  }
  function show(isShown: boolean): void {
    activate(null);
    list.hidden = !isShown;
    field.ariaExpanded = String(isShown);
  }
  function hide(): void {
    clearTimeout(pause);
    asking.abort();
    show(false);
  }
  async function ask(): Promise<void> {
    asking = new AbortController();
    const { signal } = asking;
    try {
      const address = `${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`;
      const response = await fetch(address, { signal });
      const found: Suggestions = response.ok ? await response.json() : {};
      if (signal.aborted) return;
      list.replaceChildren(...groupsOf(found, field));
      show(options().length > 0);
    } catch {
      // Overtaken by another letter, or no connection: there is the form.
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(pause);
    asking.abort();
    if (field.value.trim().length < SHORTEST) show(false);
    else pause = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') {
      // The menu around the field is closed by the next.
      event.stopPropagation();
      hide();
    } else if (key === 'Enter' && active !== null) active.click();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const all = [null, ...options()];
      const at = all.indexOf(active) + (key === 'ArrowDown' ? 1 : -1);
      activate(all.at(at % all.length) ?? null);
    } else return;
    event.preventDefault();
  });
  // A press in the list must not take the focus, which would close it before it is a click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  field.addEventListener('blur', hide);
}

function groupsOf(found: Suggestions, field: HTMLInputElement): HTMLElement[] {
  return kinds.flatMap((kind) => {
    const some = found[kind] ?? [];
    if (some.length === 0) return [];
    const group = document.createElement('div');
    group.role = 'group';
    group.ariaLabel = field.dataset[kind] ?? '';
    group.append(
      ...some.map(({ name, href }, at) => {
        const option = document.createElement('a');
        option.role = 'option';
        option.ariaSelected = 'false';
        option.id = `${field.dataset.list}-${kind}-${at}`;
        option.tabIndex = -1;
        option.href = href;
        option.dir = 'auto';
        option.textContent = name;
        return option;
      }),
    );
    return [group];
  });
}
