namespace SummitBot.Benchmarks.Indexing;

/// <summary>A passage ready to be written.</summary>
/// <param name="Text">What is stored.</param>
/// <param name="Words">What is indexed: the same with title and heading before it.</param>
internal sealed record BarePassage(string Id, string Text, string Words);
