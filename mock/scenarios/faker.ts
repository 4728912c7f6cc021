/** What names are made of, without the other languages: so that the package can carry it where Faker itself cannot be required. */
export { Faker, pt_BR } from '@faker-js/faker';
