// Compares a file with the hash that the page states. The file is read here and sent nowhere. Hidden until script runs.

for (const box of document.querySelectorAll<HTMLElement>('[data-compare]')) {
  const input = box.querySelector('input');
  const answer = box.querySelector<HTMLElement>('[role=status]');
  // Absent on pages that did not come by https.
  if (!input || !answer || !crypto.subtle) continue;
  box.hidden = false;
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    answer.textContent = '';
    if (file) answer.textContent = await compare(file, box.dataset).catch(() => box.dataset.failed ?? '');
  });
}

async function compare(file: File, { compare, same, different }: DOMStringMap): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Sealed or not: both were issued.
  return (compare?.split(' ').includes(found) ? same : different) ?? '';
}

export {};
