// Places that a name may mean: whoever edits a place chooses the one, or leaves it a name without coordinates.
import { json, Latest } from '../api.ts';
import { afterwards, make, say } from '../dom.ts';

export interface Place {
  name: string;
  country: string | null;
  admin1: string | null;
  lat: number | null;
  lon: number | null;
  precision: string;
  radius_km: number | null;
  gazetteer_id: string | null;
  probability: number | null;
}

/** The place whose name a field is, as `places.0`; null for a field that names none. */
export function placeOf(field: string): string | null {
  return /^(places\.\d+)\.name$/.exec(field)?.[1] ?? null;
}

/** `Ariha, Idlib, SYR (town, 35.81, 36.61)`: enough to tell two of one name apart. */
export function described({ name, admin1, country, precision, lat, lon }: Place): string {
  const where = lat === null || lon === null ? '' : `, ${lat.toFixed(2)}, ${lon.toFixed(2)}`;
  return `${[name, admin1 === name ? null : admin1, country].filter(Boolean).join(', ')} (${precision.replaceAll('_', ' ')}${where})`;
}

/** What a claim holds of a place that a person has chosen; its role and its words stay. */
export function chosen({ name, country, admin1, lat, lon, precision, radius_km, gazetteer_id }: Place): object {
  return { name, country, admin1, lat, lon, precision, radius_km, gazetteer_id, probability: null, others: [] };
}

const NAME_ALONE = 'the name alone, without coordinates';

export class Candidates {
  readonly #list = make('select', { id: 'edit-place' });
  readonly #latest = new Latest();
  #places: Place[] = [];
  #asked = '';
  readonly panel = make('div', { class: 'step', hidden: true }, make('label', { for: 'edit-place' }, 'Which place ', make('span', { class: 'muted' }, '(from the gazetteer; Tab, then the arrows)')), this.#list);
  /** Looks for what a name may mean, once nobody types any more. */
  readonly look = afterwards(250, (name: string) => void this.#look(name.trim()));

  /** The place that is chosen; null for the name alone. */
  get chosen(): object | null {
    const found = this.panel.hidden ? undefined : this.#places[this.#list.selectedIndex - 1];
    return found ? chosen(found) : null;
  }

  /** For a field: shown if it names a place. */
  open(field: string, name: string): void {
    this.panel.hidden = placeOf(field) === null;
    this.#show([]);
    this.#asked = '';
    if (!this.panel.hidden) this.look(name);
  }

  async #look(name: string): Promise<void> {
    if (this.panel.hidden || !name || name === this.#asked) return;
    this.#asked = name;
    this.#show([]); // what was chosen for another name is not meant by this one
    const found = await this.#latest.run((signal) => json<{ places: Place[] }>(`/api/places?name=${encodeURIComponent(name.slice(0, 200))}`, signal)).catch(() => ({ places: [] }));
    if (!found) return;
    this.#show(found.places);
    say(`${found.places.length || 'No'} places of this name.`);
  }

  #show(places: Place[]): void {
    this.#places = places;
    this.#list.replaceChildren(make('option', {}, NAME_ALONE), ...places.map((place) => make('option', {}, described(place))));
  }
}
