/** What tests of several packages need. */
package io.apicredentials.testing;
