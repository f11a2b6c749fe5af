import { describe, expect, it } from 'vitest';
import { messagePage, signInPage } from './sign-in-page.ts';

const sri = {
  name: 'Dr. Sri Rahayu, M.Si.',
  email: 'sri@contoh.example',
  role: 'Peserta',
  organisation: 'Badan Contoh',
};

describe('signInPage', () => {
  it('offers each person with one click, and an address of one’s own', () => {
    const html = signInPage({ people: [sri], action: '/oidc/interaction/1' });
    expect(html).toContain('<button class="person" type="submit" name="email" value="sri@contoh.example">');
    expect(html).toContain('Peserta · Badan Contoh');
    expect(html).toContain('>SR<');
    expect(html).toContain('<input id="email" name="email" type="email"');
    expect(html).not.toContain('role="alert"');
  });

  it('says what is wrong with an address', () => {
    const html = signInPage({ people: [], action: '/a', problem: true });
    expect(html).toContain('role="alert"');
    expect(html).toContain('aria-describedby="problem"');
    expect(html).not.toContain('<ul>');
  });

  it('lets no name or address become markup', () => {
    const evil = `"><img src=x onerror='alert(1)'>&`;
    const html = signInPage({
      people: [{ name: evil, email: evil, role: evil, organisation: evil }],
      action: `/x"${evil}`,
    });
    expect(html).not.toContain('<img');
    expect(html).not.toContain(`="">`);
    expect(messagePage(evil, evil)).not.toContain('<img');
  });
});
