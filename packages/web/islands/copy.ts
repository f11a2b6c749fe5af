// Buttons that copy the text of the element, or the value of the field, named by `data-copy`. Hidden until script runs; also those of fragments that come later.

function start(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy][hidden]')) {
    const source = document.getElementById(button.dataset.copy ?? '');
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = source instanceof HTMLInputElement ? source.value : source.textContent;
      await navigator.clipboard.writeText(text ?? '');
      button.textContent = button.dataset.copied ?? button.textContent;
    });
  }
}

start();
document.addEventListener('sinau:swapped', start);

export {};
