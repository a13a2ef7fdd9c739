/** A person, known by e-mail; '' where the script may not know it. */
export class UserImpl {
  static readonly api = 'Base.User';
  constructor(readonly email: string) {}
  getEmail(): string {
    return this.email;
  }
  getUserLoginId(): string {
    return this.email;
  }
  toString(): string {
    return this.email;
  }
}
