// Sends a package straight to the store with a permission of the portal. Shows how far it is in words and as a bar, can be
// paused, and goes on after a cut, a reload or another day: the person chooses the same file again.

import { isSame, memoryOf } from './upload/remembered.ts';
import { get, Refused, Stopped } from './upload/requests.ts';
import { giveUp, type Progress, transfer, uploadAddress } from './upload/transfer.ts';
import { fill, percentOf, speedometer, wordsOf } from './upload/words.ts';

type View = NonNullable<ReturnType<typeof viewOf>>;

function viewOf(form: HTMLFormElement) {
  const part = <Kind extends HTMLElement>(name: string) => form.querySelector<Kind>(`[data-${name}]`);
  const found = {
    input: form.querySelector<HTMLInputElement>('input[type=file]'),
    bar: form.querySelector('progress'),
    drop: part('drop'),
    progress: part('progress'),
    words: part('words'),
    status: part('status'),
    begin: part<HTMLButtonElement>('start'),
    label: part('start-label'),
    pause: part<HTMLButtonElement>('pause'),
    cancel: part<HTMLButtonElement>('cancel'),
  };
  const { input, bar, drop, progress, words, status, begin, label, pause, cancel } = found;
  if (!input || !bar || !drop || !progress || !words || !status || !begin || !label || !pause || !cancel) {
    return undefined;
  }
  return { form, input, bar, drop, progress, words, status, begin, label, pause, cancel };
}

function say(view: View, text: string | undefined): void {
  if (view.status.textContent !== (text ?? '')) view.status.textContent = text ?? '';
}

function show(view: View, busy: boolean): void {
  const { begin, input, cancel, pause, progress } = view;
  begin.hidden = busy;
  input.disabled = busy;
  pause.hidden = !busy;
  // What waits from another day can be given up as well.
  cancel.hidden = !busy && !memoryOf(view.form).recall();
  progress.hidden = !busy && cancel.hidden;
}

function showProgress(view: View, progress: Parameters<typeof wordsOf>[1]): void {
  view.bar.value = percentOf(progress.sent, progress.total);
  view.words.textContent = wordsOf(view.form, progress);
}

function start(form: HTMLFormElement): void {
  const view = viewOf(form);
  if (!view) return;
  let stop: AbortController | undefined;
  let loseable = false;

  const run = async (file: File) => {
    const { dataset } = form;
    const measure = speedometer();
    const running = new AbortController();
    stop = running;
    loseable = true;
    show(view, true);
    say(view, dataset.sayUploading);
    showProgress(view, { sent: 0, total: file.size, perSecond: 0 });
    try {
      const next = await transfer(form, file, {
        signal: running.signal,
        progressed: (sent) => {
          loseable = !memoryOf(form).recall();
          say(view, dataset.sayUploading);
          showProgress(view, { sent, total: file.size, perSecond: measure(sent) });
        },
        waiting: (seconds) => say(view, fill(dataset.sayWaiting ?? '', { seconds: String(seconds) })),
        arrived: () => say(view, dataset.sayDone),
      });
      stop = undefined;
      location.assign(next);
    } catch (error) {
      stop = undefined;
      ended(view, error);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = view.input.files?.[0];
    if (!file || stop) return;
    if (file.size > Number(form.dataset.maxBytes)) return say(view, form.dataset.sayTooLarge);
    void run(file);
  });
  view.pause.addEventListener('click', () => stop?.abort());
  view.cancel.addEventListener('click', () => {
    const known = memoryOf(form).recall();
    stop?.abort();
    if (known) void giveUp(form, known.uploadId).then(() => cancelled(view));
    else cancelled(view);
  });
  addEventListener('beforeunload', (event) => {
    // What is sent in parts waits for the next page.
    if (stop && loseable) event.preventDefault();
  });
  takeDrops(view.drop, view.input);
  void offerToGoOn(view);
}

function ended(view: View, error: unknown): void {
  const { dataset } = view.form;
  const goesOn = memoryOf(view.form).recall() !== undefined;
  show(view, false);
  view.label.textContent = (goesOn ? dataset.sayGoOn : dataset.sayRetry) ?? '';
  if (error instanceof Stopped) say(view, goesOn ? dataset.sayPaused : dataset.sayStopped);
  else if (error instanceof Refused) say(view, dataset.sayRefused);
  else say(view, goesOn ? dataset.sayBroken : dataset.sayFailed);
  view.begin.focus();
}

function cancelled(view: View): void {
  const { dataset } = view.form;
  show(view, false);
  view.label.textContent = dataset.sayStart ?? '';
  say(view, dataset.sayStopped);
}

/** An upload of before: how far it is, and what to do to go on. */
async function offerToGoOn(view: View): Promise<void> {
  const { form, input } = view;
  const memory = memoryOf(form);
  const known = memory.recall();
  if (!known) return;
  try {
    const { state, parts, sizeBytes } = await get<Progress>(uploadAddress(form, known.uploadId));
    if (state !== 'awaiting-upload') return memory.forget();
    show(view, false);
    const sent = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    showProgress(view, { sent, total: sizeBytes, perSecond: 0 });
    say(view, fill(form.dataset.sayChoose ?? '', { name: known.name }));
  } catch (error) {
    if (error instanceof Refused) memory.forget();
    return;
  }
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    const now = memory.recall();
    if (!file || !now) return;
    const same = isSame(now, file);
    view.label.textContent = (same ? form.dataset.sayGoOn : form.dataset.sayStart) ?? '';
    say(view, fill((same ? form.dataset.saySame : form.dataset.sayOther) ?? '', { name: now.name }));
  });
}

function takeDrops(drop: HTMLElement, input: HTMLInputElement): void {
  for (const type of ['dragenter', 'dragover']) {
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.dataset.over = '';
    });
  }
  for (const type of ['dragleave', 'drop']) drop.addEventListener(type, () => delete drop.dataset.over);
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (!files?.length || input.disabled) return;
    input.files = files;
    input.dispatchEvent(new Event('change'));
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) start(form);
