import type { Channel, Person } from './activities.ts';
import { anna, bram, carla } from '../duties/duties.ts';

/** The people of the journeys as Teams knows them. */
export const annaInTeams: Person = { ...anna, id: '29:1anna' };
export const bramInTeams: Person = { ...bram, id: '29:1bram' };
export const carlaInTeams: Person = { ...carla, id: '29:1carla' };

const team = { id: '19:team@thread.tacv2', name: 'IT', aadGroupId: 'group-it' };
export const itChannel: Channel = { id: '19:it@thread.tacv2', name: 'IT-meldingen', team };
export const otherChannel: Channel = { id: '19:sales@thread.tacv2', name: 'Verkoop', team };
